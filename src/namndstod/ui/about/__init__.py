"""«Om Nämndstöd»: version, folders and self-test, and the licences of all parts."""
