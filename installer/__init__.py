"""What makes the files that are installed: `python installer/build.py TARGET`. See installer/README.md."""
