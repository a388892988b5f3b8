"""All tests, in the order of the table."""

from knocks import changing, damage, durability, hostile, readers, signals, space, writers
from knocks.kills import kills

KNOCKS = [*kills(), *durability.KNOCKS, *space.KNOCKS, *writers.KNOCKS, *readers.KNOCKS, *changing.KNOCKS,
          *damage.KNOCKS, *signals.KNOCKS, *hostile.KNOCKS]
