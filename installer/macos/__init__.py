"""The .app and the .dmg."""
