"""Configuration and the ground every room stands on."""
