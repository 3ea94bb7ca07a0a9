"""One function for each thing a person does at the desk; each owns its transaction."""
