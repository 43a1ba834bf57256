"""Records: classes of typed fields, as dataclasses are, at a fraction of what those cost when the program starts.

A dataclass has its methods written and compiled while it is defined: most of a millisecond each, for dozens of them, at
every start. Records share their methods, and a record's constructor is written when the first one of its kind is made.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Self, TypeVar, dataclass_transform

T = TypeVar("T")


class _Made:
    """Stands for a default that is made anew for every record."""

    __slots__ = ("make",)

    def __init__(self, make: Callable[[], object]) -> None:
        self.make = make


def made(*, default_factory: Callable[[], T]) -> T:
    """The default of a field that records must not share, such as an empty list."""
    return _Made(default_factory)  # type: ignore[return-value]


@dataclass_transform(field_specifiers=(made,))
class RecordType(type):
    """The type of records: takes their fields from the annotations. What has none is no field."""

    _fields: tuple[str, ...]
    _field_defaults: dict[str, Any]
    _kw_only: bool

    def __new__(
        mcs,
        name: str,
        bases: tuple[type, ...],
        namespace: dict[str, Any],
        *,
        frozen: bool = False,  # held by the type checker alone: at run time it would cost at every field
        eq: bool = True,
        kw_only: bool = False,
        slots: bool = True,
    ) -> "RecordType":
        """Define a record; the keywords are told at ``Record``."""
        own = tuple(namespace.get("__annotations__", ()))
        defaults = {field: namespace.pop(field) for field in own if field in namespace}
        if slots:
            namespace["__slots__"] = own
        if not eq:
            namespace.update(__eq__=object.__eq__, __hash__=object.__hash__)
        namespace.update(__init__=_construct, twin=_copy)
        cls = super().__new__(mcs, name, bases, namespace)
        base = bases[0] if bases else None
        if isinstance(base, RecordType):
            own = (*base._fields, *own)
            defaults = {**base._field_defaults, **defaults}
        cls._fields, cls._field_defaults, cls._kw_only = own, defaults, kw_only
        return cls


def _construct(record: Any, *args: Any, **values: Any) -> None:
    """The constructor of all records until they have one of their own."""
    cls: Any = type(record)
    cls.__init__ = _constructor(cls)
    cls.__init__(record, *args, **values)


def _copy(record: Any) -> Any:
    """What makes copies of all records until they have a function of their own."""
    cls: Any = type(record)
    lines = [f"twin.{field} = record.{field}" for field in cls._fields]
    scope = {"cls": cls, "new": object.__new__}
    exec("def twin(record):\n twin = new(cls)\n " + "\n ".join([*lines, "return twin"]), scope)
    cls.twin = scope["twin"]
    return record.twin()


def _constructor(cls: RecordType) -> Callable[..., None]:
    """``def __init__(self, text, starts=starts)``, which sets each field from the parameter of its name."""
    defaults = cls._field_defaults
    anew = {f"_{field}": value for field, value in defaults.items() if isinstance(value, _Made)}
    words = ["self", "*"] if cls._kw_only else ["self"]
    words += [f"{field}={field}" if field in defaults else field for field in cls._fields]
    lines = [
        f"self.{field} = _{field}.make() if {field} is _{field} else {field}"
        if f"_{field}" in anew
        else f"self.{field} = {field}"
        for field in cls._fields
    ]
    scope = {**defaults, **anew}
    exec(f"def __init__({', '.join(words)}):\n " + "\n ".join(lines or ["pass"]), scope)
    constructor: Callable[..., None] = scope["__init__"]
    constructor.__qualname__ = f"{cls.__qualname__}.__init__"
    return constructor


class Record(metaclass=RecordType):
    """Base of all records.

    Class keywords are a dataclass's: ``frozen``, ``eq=False`` for records that are told apart by identity, ``kw_only``,
    and ``slots=False`` for records that keep a ``cached_property``.
    """

    if TYPE_CHECKING:  # every class of records has one of its own

        def twin(self) -> Self:
            """Another record with the same values."""

    def replaced(self, **changes: Any) -> Self:
        """A copy with other values in some fields.

        Raises:
            TypeError: there is no such field.
        """
        twin = self.twin()
        for field, value in changes.items():
            if field not in type(self)._fields:
                raise TypeError(f"{type(self).__name__} has no field {field}")
            setattr(twin, field, value)
        return twin

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and _values(self) == _values(other)

    def __hash__(self) -> int:
        return hash(_values(self))

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (type(self), _values(self))

    def __repr__(self) -> str:
        shown = ", ".join(f"{field}={getattr(self, field)!r}" for field in type(self)._fields)
        return f"{type(self).__qualname__}({shown})"


def _restored(cls: Any, values: tuple[object, ...]) -> Any:
    """A record that was pickled or copied."""
    record = cls.__new__(cls)
    for field, value in zip(cls._fields, values, strict=True):
        setattr(record, field, value)
    return record


def _values(record: Any) -> tuple[object, ...]:
    return tuple(getattr(record, field) for field in type(record)._fields)
