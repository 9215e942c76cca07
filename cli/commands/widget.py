"""`kb widget`: what a webmaster needs to put the search widget on a page."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from api.languages import Language, load_strings

if TYPE_CHECKING:
    from api.widget.csp import Finding, Needs, PolicyReport


@click.command("widget", epilog="Example: kb widget --endpoint https://kb.example.se --out static/kb-search")
@click.option(
    "--endpoint",
    default="http://127.0.0.1:8000",
    envvar="KB_PUBLIC_URL",
    show_default=True,
    help="Where people reach the service.",
)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Write the files here, to host yourself.")
@click.option("--files-at", metavar="URL", help="Where you host the files, instead of at the service.")
@click.option("--check-csp", metavar="POLICY", help="Check a policy, a header or HTML; @FILE reads a file.")
@click.option("--page", metavar="URL", help="With --check-csp: the address of the page, for 'self'.")
@click.option("--language", type=click.Choice(get_args(Language)), default="sv", show_default=True)
def widget_command(
    endpoint: str, out: Path | None, files_at: str | None, check_csp: str | None, page: str | None, language: Language
) -> int:
    """Print the two lines that put the search widget on a page, and what its policy must allow.

    With --check-csp the exit code is 1 when the policy stops the widget.
    """
    from api.widget.bundle import build_bundle
    from api.widget.csp import needed_lines
    from api.widget.embed import write_embedding
    from api.widget.releases import keep_release

    bundle = build_bundle()
    embedding = write_embedding(bundle.script, endpoint, language, files_at)
    if check_csp is not None:
        return _check(_read(check_csp), embedding.needs, page, language)
    for path in keep_release(bundle, out) if out else ():
        click.echo(f"written: {path}", err=True)
    click.echo(f"version    {bundle.script.name}\nintegrity  {bundle.script.integrity}\n")
    click.echo(f"{embedding.script_line}\n{embedding.element_line}\n")
    click.echo("Content-Security-Policy, when the page has one:")
    click.echo("\n".join(f"  {line}" for line in needed_lines(embedding.needs)))
    return 0


def _read(given: str) -> str:
    return Path(given[1:]).read_text(encoding="utf-8", errors="replace") if given.startswith("@") else given


def _check(text: str, needs: "Needs", page: str | None, language: Language) -> int:
    from api.widget.csp import check_csp

    strings = load_strings(language)
    reports = check_csp(text, needs, page)
    for number, report in enumerate(reports, 1):
        click.echo("\n".join(_report_lines(number, report, strings)) + "\n")
    is_blocked = any(report.is_blocking for report in reports)
    click.echo(strings["csp_none" if not reports else "csp_blocked" if is_blocked else "csp_passed"])
    return int(is_blocked)


def _report_lines(number: int, report: "PolicyReport", strings: dict[str, str]) -> Sequence[str]:
    mode = f" ({strings['csp_report_only']})" if report.policy.is_report_only else ""
    slips = [strings[f"csp_slip_{slip.kind}"].format(met=slip.met, meant=slip.meant) for slip in report.policy.slips]
    lines = [f"{strings['csp_policy']} {number}{mode}", *(f"  ! {slip}" for slip in slips)]
    for finding in report.findings:
        lines += _finding_lines(finding, strings)
    if any(finding.after for finding in report.findings):
        lines += ["", strings["csp_whole"], report.mended]
    return lines


def _finding_lines(finding: "Finding", strings: dict[str, str]) -> Sequence[str]:
    verdict = f"{strings[f'csp_need_{finding.need}']}: {strings[f'csp_verdict_{finding.verdict}']}."
    reason = strings[f"csp_{finding.reason}"].format(directive=finding.directive)
    lines = [f"  {verdict} {reason}"]
    if finding.after and finding.before:
        lines += [f"    - {finding.before}", f"    + {finding.after}"]
    elif finding.after:
        lines.append(f"    + {finding.after}")
    return lines
