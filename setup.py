"""The part of the packaging that pyproject.toml cannot say: found packages beside a mapped one.

The bundled models, examples and icons live in resources/ and are installed as imrecon_gui.resources; the
weights of the network that finds a photo's object lie beside its module.
"""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["imrecon_gui*", "training*", "benchmarks*"]), "imrecon_gui.resources"],
    package_dir={"imrecon_gui.resources": "resources"},
    package_data={
        "imrecon_gui.resources": ["**/*"],
        "imrecon_gui.core": ["*.safetensors"],
        "training": ["**/*.toml", "**/*.json"],
    },
)
