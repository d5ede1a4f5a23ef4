"""Compares two builds by running them in turn, so that both meet the same moods of the machine."""

from statistics import median

from measuring import cases


def print_ratios(base, change, workload, options):
    """A line a case: the speed of `change` by that of `base`, and the same for processor time."""
    print(f"{'case':34} {'speed':>7} {'least':>7} {'most':>7} {'cpu':>7}   {change.commit} by {base.commit}")
    for case in cases.all_cases():
        if options.only and not any(part in case.name for part in options.only):
            continue
        rates, costs = [], []
        prepared = {}
        for build in (base, change):
            case.prepare(build, workload)
            prepared[build] = dict(vars(case))
        for turn in range(options.runs):
            measured = {}
            # Who goes first changes with each turn.
            for build in (base, change) if turn % 2 == 0 else (change, base):
                vars(case).update(prepared[build])
                measured[build] = case.run(build)
            rates.append(case.rate(measured[change]) / case.rate(measured[base]))
            costs.append(case.cpu(measured[change]) / case.cpu(measured[base]))
        print(
            f"{case.name:34} {median(rates):7.3f} {min(rates):7.3f} {max(rates):7.3f} "
            f"{median(costs):7.3f}",
            flush=True,
        )
