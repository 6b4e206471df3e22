"""The handbook in the window. `opener` waits for F1; everything else is loaded when it is opened."""
