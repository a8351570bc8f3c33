"""`python -m imrecon_gui.cli`: the same as `imrecon`, for when the script is not on the path."""

from imrecon_gui.cli import main

main()
