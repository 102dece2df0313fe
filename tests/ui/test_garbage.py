import gc
import weakref

from visit import Visit, visit


class Cycle:
    def __init__(self) -> None:
        self.itself = self


def test_what_a_key_leaves_behind_is_collected_in_the_moment_after_it_and_not_in_the_key() -> None:
    async def body(here: Visit) -> None:
        gc.collect()
        cycle = weakref.ref(Cycle())
        kept = [[number] for number in range(2_000)]  # too few for the collector to come by itself
        await here.app._check_bindings("j")
        here.screen.draw()
        assert cycle() is not None
        collections: list[int] = []

        def note(phase: str, info: dict[str, int]) -> None:
            if phase == "start":
                collections.append(info["generation"])

        gc.callbacks.append(note)
        try:
            await here.press("j")
            await here.until(lambda: cycle() is None, seconds=5.0)
        finally:
            gc.callbacks.remove(note)
        assert collections == [0]  # what was there before is left alone
        assert len(kept) == 2_000

    visit(body)
