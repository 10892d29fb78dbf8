"""YAML 1.2 as editors read it (the core schema): dates and clock times are words, `on` and `no` are not true or false.

PyYAML's own loaders follow YAML 1.1, where they are something else.
"""
import re

import yaml


class CoreLoader(yaml.SafeLoader):
    pass


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", list("-+0123456789")),
    ("float", r"^([-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$",
     list("-+0123456789.")),
]:
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)
# YAML 1.1 reads 012 as eight and more; the core schema does not.
CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value.replace("0o", ""), 8)
                           if node.value.startswith("0o") else int(node.value, 16 if node.value[:2] == "0x" else 10))


def with_words_as_keys(value):
    """JSON knows no keys but words."""
    if isinstance(value, dict):
        return {str(key): with_words_as_keys(each) for key, each in value.items()}
    if isinstance(value, list):
        return [with_words_as_keys(each) for each in value]
    return value


def load(text):
    return with_words_as_keys(yaml.load(text, CoreLoader))
