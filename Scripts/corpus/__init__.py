"""The parts of Scripts/generate-corpus."""
