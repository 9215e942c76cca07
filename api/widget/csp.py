"""What a page's security policies must let through for the widget, and exactly which lines make them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urljoin

from api.widget.policy import KEYWORDS, Policy, read_policies, write_policy
from api.widget.sources import allows

Verdict = Literal["allowed", "blocked", "advised"]
"""advised: the widget works without, but loses something that the finding's reason tells of."""
SANDBOX_NEEDS = ("allow-scripts", "allow-forms")


@dataclass(frozen=True, slots=True)
class Needs:
    """The addresses of a widget: its file with integrity, its search, the page of the plain form; all absolute."""

    script: str
    integrity: str
    search: str
    form: str

    @property
    def script_source(self) -> str:
        """The folder of the file, so that the line also lets the next version through."""
        return self.script.rpartition("/")[0] + "/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one policy says of one need. directive: the one that decides, None when nothing does.

    reason: a key of the strings, without csp_; before, after: the line that stands there and the one to write
    instead; before is None when the line is to be added, after is None when nothing is to be done
    """

    need: str
    verdict: Verdict
    reason: str
    directive: str | None = None
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class PolicyReport:
    """mended: the whole policy with the lines of the findings, as the value of the header."""

    policy: Policy
    findings: tuple[Finding, ...]
    mended: str

    @property
    def is_blocking(self) -> bool:
        """Whether it stops the widget; a policy that only reports stops nothing."""
        return not self.policy.is_report_only and any(finding.verdict == "blocked" for finding in self.findings)


def check_csp(text: str, needs: Needs, page: str | None = None) -> tuple[PolicyReport, ...]:
    """A report for each policy in the text, which must all let the widget through; page: the page's own address.

    Raises
    ------
    PolicyRejected : the text has nothing that can be read as a policy
    """
    return tuple(_report(policy, needs, page) for policy in read_policies(text))


def needed_lines(needs: Needs) -> tuple[str, ...]:
    """The sources that a page with no policy of its own for these would write."""
    return (f"script-src {needs.script_source}", f"connect-src {needs.search}", f"form-action {needs.form}")


def _report(policy: Policy, needs: Needs, page: str | None) -> PolicyReport:
    findings = tuple(_find(policy, needs, page))
    mended = dict(policy.directives)
    for finding in findings:
        if finding.after:
            name, *sources = finding.after.split()
            mended[name] = tuple(sources)
    return PolicyReport(policy, findings, write_policy(mended))


def _find(policy: Policy, needs: Needs, page: str | None) -> Iterator[Finding]:
    yield _check_script(policy, needs, page)
    yield _check_fetch(policy, "connect", ("connect-src", "default-src"), needs.search, needs.search, page)
    yield _check_form(policy, needs, page)
    yield _check_style(policy, needs, page)
    if "sandbox" in policy.directives:
        yield from _check_sandbox(policy.directives["sandbox"])
    if "require-trusted-types-for" in policy.directives or "trusted-types" in policy.directives:
        yield Finding(need="types", verdict="allowed", reason="trusted_types", directive="require-trusted-types-for")


def _check_script(policy: Policy, needs: Needs, page: str | None) -> Finding:
    chain = ("script-src-elem", "script-src", "default-src")
    directive = _deciding(policy, chain)
    sources = policy.directives.get(directive or "", ())
    if f"'{needs.integrity}'" in sources:
        return Finding(need="script", verdict="allowed", reason="by_hash", directive=directive)
    if "'strict-dynamic'" not in [source.lower() for source in sources]:
        return _check_fetch(policy, "script", chain, needs.script, needs.script_source, page)
    has_nonce = any(source.lower().startswith("'nonce-") for source in sources)
    reason = "strict_dynamic_nonce" if has_nonce else "strict_dynamic"
    return _mend("script", reason, directive or "", "script-src", sources, f"'{needs.integrity}'", keep_quoted=True)


def _check_fetch(policy: Policy, need: str, chain: Sequence[str], url: str, source: str, page: str | None) -> Finding:
    directive = _deciding(policy, chain)
    if directive is None:
        return Finding(need=need, verdict="allowed", reason="no_directive")
    sources = policy.directives[directive]
    if allows(sources, url, page):
        return Finding(need=need, verdict="allowed", reason="allowed", directive=directive)
    return _mend(need, "not_allowed", directive, chain[-2], sources, source, keep_quoted=need == "script")


def _check_form(policy: Policy, needs: Needs, page: str | None) -> Finding:
    """form-action has no other directive to fall back on; it decides over the plain form alone."""
    sources = policy.directives.get("form-action")
    if sources is None:
        return Finding(need="form", verdict="allowed", reason="no_directive")
    if allows(sources, needs.form, page):
        return Finding(need="form", verdict="allowed", reason="allowed", directive="form-action")
    mended = _mend("form", "form_not_allowed", "form-action", "form-action", sources, needs.form)
    return Finding(
        need="form",
        verdict="advised",
        reason=mended.reason,
        directive=mended.directive,
        before=mended.before,
        after=mended.after,
    )


def _check_style(policy: Policy, needs: Needs, page: str | None) -> Finding:
    """The style comes with the script, through the object model, which no policy governs."""
    directive = _deciding(policy, ("style-src-elem", "style-src", "default-src"))
    if directive is None or allows(policy.directives[directive], urljoin(needs.script, "kb-search.css"), page):
        return Finding(need="style", verdict="allowed", reason="style_allowed", directive=directive)
    return Finding(need="style", verdict="allowed", reason="style_not_needed", directive=directive)


def _check_sandbox(tokens: Sequence[str]) -> Iterator[Finding]:
    given = [token.lower() for token in tokens]
    missing = [token for token in SANDBOX_NEEDS if token not in given]
    if missing:
        after = " ".join(["sandbox", *tokens, *missing])
        yield Finding(
            need="sandbox",
            verdict="blocked",
            reason="sandbox",
            directive="sandbox",
            before=" ".join(["sandbox", *tokens]),
            after=after,
        )
    if "allow-same-origin" not in given:
        yield Finding(need="sandbox", verdict="advised", reason="sandbox_origin", directive="sandbox")


def _mend(
    need: str, reason: str, directive: str, own: str, sources: Sequence[str], source: str, keep_quoted: bool = False
) -> Finding:
    """The line with the source added. default-src is left as it is: what it allowed is written in a line of its own."""
    meant = [f"'{s.lower()}'" if s.lower() in KEYWORDS else s for s in sources]
    kept = [s for s in meant if s.lower() != "'none'" and (keep_quoted or not s.startswith("'") or _is_self(s))]
    name = own if directive == "default-src" else directive
    before = None if directive == "default-src" else " ".join([directive, *sources])
    return Finding(
        need=need,
        verdict="blocked",
        reason=reason,
        directive=directive,
        before=before,
        after=" ".join([name, *kept, source]),
    )


def _is_self(source: str) -> bool:
    return source.lower() == "'self'"


def _deciding(policy: Policy, chain: Sequence[str]) -> str | None:
    return next((name for name in chain if name in policy.directives), None)
