"""Training of the stance models: needs PyTorch (requirements-train.txt); nothing else imports this package."""
