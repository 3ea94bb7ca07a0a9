"""Records in, bytes out: papers and exports."""
