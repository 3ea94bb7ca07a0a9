"""The tour: the real window shown without a person, by keys as a person would press them, with pictures."""
