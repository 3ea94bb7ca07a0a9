"""The register: everything that was recorded, found again and opened with its history."""

from ui.register.page import RegisterPage

__all__ = ["RegisterPage"]
