# Short names for the commands of dev.py, which says more: python3 dev.py --help

.PHONY: help setup run test check bench soak

help:
	@python3 dev.py --help

setup run test check bench soak:
	@python3 dev.py $@
