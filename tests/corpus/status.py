"""``python -m tests.corpus.status``: what the rules miss in the corpus, and what they report that is none."""

from tests.corpus.findings import findings
from tests.corpus.judging import KNOWN, false_alarms, missed, shown
from tests.corpus.plan import entries


def main() -> None:
    """Print it, report by report."""
    wanted = wrong = gone = 0
    for entry in entries():
        misses, alarms = missed(entry), false_alarms(entry)
        wanted += sum(mistake.code in KNOWN for mistake in entry.mistakes)
        gone += len(misses)
        wrong += len(alarms)
        if misses or alarms:
            print(f"{entry.path.name} ({entry.layout.name})")
        for mistake in misses:
            same = [item for item in findings(entry) if item.rule.code == mistake.code]
            print(f"  missed {mistake.code} at {mistake.at}; elsewhere: {shown(same)}")
        for line in shown(alarms):
            print(f"  false  {line}")
    print(f"{wanted - gone} of {wanted} mistakes found, {wrong} false alarms in {len(entries())} reports")


if __name__ == "__main__":
    main()
