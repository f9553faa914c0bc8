"""Reference facts of the state: regions, regulations, institutions, office-holders, with the source of each."""

from storage.reference.tables import (
    AmbiguousName,
    Institution,
    OfficeHolder,
    Region,
    RegionAlias,
    Regulation,
    load_ambiguous_names,
    load_institutions,
    load_officeholders,
    load_region_aliases,
    load_regions,
    load_regulations,
)

__all__ = [
    "AmbiguousName",
    "Institution",
    "OfficeHolder",
    "Region",
    "RegionAlias",
    "Regulation",
    "load_ambiguous_names",
    "load_institutions",
    "load_officeholders",
    "load_region_aliases",
    "load_regions",
    "load_regulations",
]
