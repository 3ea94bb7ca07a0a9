"""What is near its limit or over it: looked for each minute, told once, answered."""
