"""Static files: names with a hash, kept by browsers for a year; Vite's own names already have one."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise has no types
    """Leaves Vite's files alone: its modules import each other by the names that Vite gave them, so a second
    hash would load a shared chunk twice."""

    manifest_strict = True

    def hashed_name(self, name: str, content: object = None, filename: str | None = None) -> str:
        if name.startswith("build/"):
            return name
        return str(super().hashed_name(name, content, filename))
