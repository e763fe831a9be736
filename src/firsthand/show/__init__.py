"""What faces outward: terminal, commands, later the workbench, the dossier and the exports."""
