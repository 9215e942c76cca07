"""What a problem is called in the language of an answer."""

from api.languages import Language
from kb.problems.problem import Problem


def name_in(problem: Problem, language: Language) -> str:
    """The user's own title, else that of the likeliest area in the language."""
    title_en = problem.areas[0].title_en if problem.is_named_by_area and language == "en" else ""
    return title_en or problem.title
