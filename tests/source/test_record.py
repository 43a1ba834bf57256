import copy
import pickle
from functools import cached_property

import pytest

from gxlint.source.record import Record, made


class Point(Record, frozen=True):
    x: int
    y: int = 0
    marks: list[str] = made(default_factory=list)


class Named(Point, frozen=True):
    name: str = ""


class Asserted(Record, eq=False, kw_only=True):
    kind = "asserted"
    words: str


class Counted(Asserted, eq=False, kw_only=True):
    kind = "counted"
    number: int


class Table(Record, frozen=True, eq=False, slots=False):
    rows: tuple[int, ...]

    @cached_property
    def total(self) -> int:
        return sum(self.rows)


def test_fields_and_defaults() -> None:
    assert (Point(1).x, Point(1).y, Point(1, y=2).y) == (1, 0, 2)
    assert Named(1, name="a").name == "a"
    assert Point(1).marks is not Point(1).marks


def test_a_constructor_is_made_for_each_class() -> None:
    assert Point(3).x == 3
    assert Named(3, 4, [], "a").name == "a"
    with pytest.raises(TypeError, match=r"Point.__init__\(\) missing 1 required positional argument: 'x'"):
        Point()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument 'z'"):
        Point(1, z=2)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Counted("words", 3)  # type: ignore[call-arg]


def test_equal_by_value_or_by_identity() -> None:
    assert Point(1, 2) == Point(1, 2) != Point(2, 1)
    assert Point(1) != Named(1)
    one, other = (Counted(words="a", number=1) for _ in range(2))
    assert len({one, other, one}) == 2
    assert one.kind == "counted"


def test_a_record_holds_its_fields_and_nothing_else() -> None:
    with pytest.raises(AttributeError):
        Counted(words="a", number=1).count = 2  # type: ignore[attr-defined]
    assert Table((1, 2)).total == 3


def test_replaced_leaves_the_record_as_it_is() -> None:
    point = Point(1, 2)
    assert (point.replaced(y=3), point) == (Point(1, 3), Point(1, 2))


@pytest.mark.parametrize("record", [Point(1, 2, ["a"]), Named(1, name="b"), Table((1,))], ids=repr)
def test_copies(record: Record) -> None:
    for other in (copy.copy(record), pickle.loads(pickle.dumps(record))):
        assert repr(other) == repr(record)
        assert type(other) is type(record)


def test_shown_as_written() -> None:
    assert repr(Named(1, name="b")) == "Named(x=1, y=0, marks=[], name='b')"
