"""What `Place` is made of: shapes and the military grid, reading them, showing and comparing them."""
