"""The data of a binder: records, journal, files and backups. Begin with `binder.Binder`."""
