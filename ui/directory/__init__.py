"""The directory of units: found by what people say, told and mended at the counter; what came to the wrong door."""
