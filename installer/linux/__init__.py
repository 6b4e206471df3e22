"""The .deb."""
