"""What pages of learning list: always ordered, always bounded."""
