"""The office of the simulated year: fourteen people, fifteen posts with A, B1 and B2, heads, a supervising body."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from random import Random

from reception.rules.assignments import Staffing
from reception.rules.limits import AfterHours
from reception.rules.roster import Post
from reception.rules.staff import Account, Action, Role
from reception.services import assignments
from reception.services.desk import Desk
from reception.services.office import create_office, open_desk
from reception.store import records
from reception.store.database import Store, open_store
from tests.cast import CHEAP_PASSWORDS, COUNTER, OFFICE, PASSWORD, Clock

KEEPER = "管理员"
CLERKS = ("赵一", "钱二", "孙三", "李四", "周五", "吴六", "郑七", "王八", "冯九", "陈十", "褚甲")
HEADS = {"卫主任": (Role.SECTION_HEAD,), "蒋副主任": (Role.SECTION_HEAD, Role.CLERK), "沈处长": (Role.UNIT_HEAD,)}
OTHERS = {"韩监督": (Role.SUPERVISOR,)}
POSTS = (
    *("JW-01", "JW-02", "JW-03", "JW-04", "JW-05", "JW-06", "JW-07", "JW-08"),
    *("XB-01", "XB-04", "XB-05", "XG-01", "HQ-01", "YJ-02", "CW-04"),
)


@dataclass
class Stage:
    """The office while it lives: one store, one clock, a desk for everybody."""

    store: Store
    clock: Clock
    random: Random
    desks: dict[int, Desk]

    def refresh(self) -> None:
        """Give everybody a desk that knows what the office, the staff and the calendar are now."""
        with self.store.reading():
            accounts = [each for each in records.select(Account) if each.active]
        self.desks = {each.id: open_desk(self.store, each, COUNTER, self.clock) for each in accounts}

    def with_role(self, *roles: Role) -> list[Desk]:
        """Give the desks of those who have one of the roles."""
        return [desk for desk in self.desks.values() if set(roles) & set(desk.account.roles)]

    @property
    def keeper(self) -> Desk:
        """Give the desk of who keeps accounts, posts and calendar."""
        return next(desk for desk in self.desks.values() if desk.account.name == KEEPER)

    @property
    def clerks(self) -> list[Desk]:
        """Give the desks where visitors are received."""
        return [desk for desk in self.with_role(Role.CLERK) if desk.account.name != KEEPER]

    def posts(self) -> list[Post]:
        """Give the posts that the year is about."""
        with self.store.reading():
            return [post for post in records.select(Post) if post.code in POSTS]

    def staffing(self, without: int = 0) -> Staffing:
        """Give A, B1 and mostly B2 at random."""
        people = [desk.account.id for desk in self.clerks if desk.account.id != without]
        first, second, third = self.random.sample(people, 3)
        third_or_none = third if self.random.random() < 0.7 else None
        return Staffing(holder_id=first, stand_in_id=second, second_id=third_or_none, approved_by="沈处长")


def open_year(folder: Path, begins: datetime, random: Random) -> Stage:
    """Make the office in a folder and staff it, on its first morning."""
    clock = Clock(begins)
    office = replace(OFFICE, after_hours=random.choice(tuple(AfterHours)))
    create_office(
        folder, office, counter=COUNTER, account=KEEPER, password=PASSWORD, clock=clock, passwords=CHEAP_PASSWORDS
    )
    stage = Stage(open_store(folder), clock, random, {})
    stage.refresh()
    with stage.keeper.work(Action.EDIT_STAFF) as work:
        for name, roles in {**dict.fromkeys(CLERKS, (Role.CLERK,)), **HEADS, **OTHERS}.items():
            hashed = CHEAP_PASSWORDS.hash(PASSWORD)
            work.log(work.add(Account(name=name, roles=roles, password_hash=hashed)))
    stage.refresh()
    for post in stage.posts():
        clock.advance(seconds=7)
        assignments.assign(stage.keeper, post.id, stage.staffing())
    return stage
