"""Spanish wording."""

import re

from jobforge.ads.parser import Remote, Seniority
from jobforge.documents.offline.legacy.telling import Form, uncapitalized
from jobforge.documents.offline.legacy.telling_es import tell
from jobforge.documents.offline.legacy.wording import LetterWording, ReportWording, ResumeWording, Wording
from jobforge.text.language import Language

_MASCULINE = re.compile(
    r"(?:ayuntamiento|hospital|hotel|restaurante|instituto|colegio|centro|taller|estudio|banco|museo|grupo|bar|"
    r"bufete|"
    r"consultorio|laboratorio|ministerio|teatro|supermercado)\b",
    re.IGNORECASE,
)
_FEMININE = re.compile(
    r"(?:residencia|clínica|universidad|escuela|fundación|empresa|tienda|farmacia|panadería|asociación|guardería|"
    r"biblioteca|"
    r"academia|cafetería|librería|agencia|gestoría|cooperativa|granja|bodega|editorial)\b",
    re.IGNORECASE,
)


def _where(employer: str, place: str) -> str:
    if not employer:
        return ""
    article = "el " if _MASCULINE.match(employer) else "la " if _FEMININE.match(employer) else ""
    return f"en {article}{employer}" + (f" ({place})" if place and place.casefold() not in employer.casefold() else "")


def _as_title(title: str, own: bool) -> str:
    return f"como {uncapitalized(title) if own else title}" if title else ""


_HONORIFIC = re.compile(r"(?P<honorific>Sra?\.|Señora?|Doña|Don|D\.ª?|Dña\.)\s+(?P<name>.+)$")


def _greet(name: str) -> str:
    if found := _HONORIFIC.match(name):
        feminine = found["honorific"].endswith(("a", "a.", "ª"))
        return f"Estimad{'a' if feminine else 'o'} {found['honorific']} {found['name']}:"
    return f"Buenos días, {name}:"


_LETTER = LetterWording(
    subject="Asunto: candidatura al puesto «{role}»",
    dear_team="Estimado equipo de selección:",
    opening=(
        "Les escribo para presentar mi candidatura al puesto «{role}» {at}.",
        "Con esta carta presento mi candidatura al puesto «{role}» {at}.",
        "He leído su anuncio para el puesto «{role}» {at} y quiero presentar mi candidatura.",
    ),
    opening_bare=(
        "Les escribo para presentar mi candidatura al puesto «{role}».",
        "Con esta carta presento mi candidatura al puesto «{role}».",
    ),
    needs=("Ustedes piden {needs}.", "Su anuncio cita {needs}.", "Entre otras cosas, ustedes piden {needs}."),
    need=("Entre otras cosas, ustedes piden {needs}.", "Su anuncio cita entre otras cosas {needs}."),
    works=("Desde {start} trabajo {as_title} {where}.", "Trabajo {as_title} {where} desde {start}."),
    worked=("De {start} a {end} trabajé {as_title} {where}.",),
    worked_before=(
        "Antes, de {start} a {end}, trabajé {as_title} {where}.",
        "De {start} a {end} trabajé {as_title} {where}.",
    ),
    worked_undated=("He trabajado {as_title} {where}.",),
    worked_undated_too=("También he trabajado {as_title} {where}.",),
    told={
        Form.CLAUSE: (("En ese puesto {text}.",), ("En ese puesto {text}.",)),
        Form.ACTIVITY: (("Mi trabajo incluye {text}.",), ("Mi trabajo incluía {text}.",)),
        Form.INFINITIVE: (("Mi tarea es {text}.",), ("Mi tarea era {text}.",)),
        Form.STATEMENT: (("En ese puesto: {text}.",), ("En ese puesto: {text}.",)),
        Form.FRAGMENT: (("Una parte de ese trabajo: {text}.",), ("Una parte de ese trabajo: {text}.",)),
    },
    further={
        Form.CLAUSE: (
            ("Además, {text}.", "En el mismo puesto {text}."),
            ("Además, {text}.", "En el mismo puesto {text}."),
        ),
        Form.ACTIVITY: (
            ("A esto se suma {text}.", "Mi trabajo incluye también {text}."),
            ("A esto se sumaba {text}.", "Mi trabajo incluía también {text}."),
        ),
        Form.INFINITIVE: (("Otra de mis tareas es {text}.",), ("Otra de mis tareas era {text}.",)),
        Form.STATEMENT: (("Además: {text}.",), ("Además: {text}.",)),
        Form.FRAGMENT: (
            ("También: {text}.", "Cabe citar además: {text}."),
            ("También: {text}.", "Cabe citar además: {text}."),
        ),
    },
    foreign=("Una línea de mi currículum, en el original: {text}.", "Mi currículum lo dice así: {text}."),
    papers=("Mis títulos: {items}.", "Aporto estos títulos: {items}."),
    listed=("Mi currículum menciona también: {items}.", "También figura en mi currículum: {items}."),
    gaps_must=(
        "Mi currículum no muestra {gaps}, que también piden. Prefiero decirlo desde ahora.",
        "Lo digo con franqueza: mi currículum no muestra {gaps}.",
    ),
    gaps_nice=(
        "Mi currículum no dice nada de lo que también valoran: {gaps}.",
        "De lo que valoran, mi currículum no muestra {gaps}.",
    ),
    gaps_nice_alone=(
        "Mi currículum no dice nada de lo que también valoran: {gaps}.",
        "De lo que valoran, mi currículum no muestra {gaps}.",
    ),
    besides=("Añado lo siguiente: {text}.", "Por otra parte: {text}."),
    practical=("Algunos puntos prácticos: {items}.",),
    thin=(
        "Mi currículum es breve; con gusto lo completo en una conversación.",
        "Me limito aquí a lo que mi currículum puede mostrar.",
    ),
    offer=(
        "Con gusto repaso con ustedes cada uno de estos puntos y aporto los documentos correspondientes.",
        "Puedo contarles más sobre cada uno de estos puntos y mostrarles los documentos correspondientes.",
    ),
    closing=(
        "Me gustaría hablar con ustedes sobre el puesto en una entrevista.",
        "Quedo a su disposición para una entrevista.",
        "Agradezco su tiempo y espero poder hablar con ustedes.",
    ),
    farewell="Atentamente,",
)

_RESUME = ResumeWording(
    summary="Perfil",
    skills="Conocimientos",
    since="{title} {where} desde {start}{years}.",
    until="{title}, últimamente {where}.",
    years=(" ({years} años)", " (más de {years} años)"),
    shown="Experiencia: {terms}.",
)

_REPORT = ReportWording(
    title="Informe de investigación: {role}, {company}",
    brief="El puesto en breve",
    brief_post="El anuncio describe el puesto «{role}» {at}{place}.",
    brief_asks="El anuncio pide primero {needs}.",
    brief_asks_nothing="No cita ningún requisito que se distinga claramente del resto del texto.",
    brief_gaps="El currículum no muestra {needs}; la tabla dice qué hacer.",
    brief_more_gaps="El currículum no muestra {needs}, ni algunos puntos más; la tabla dice qué hacer.",
    brief_fit="El currículum responde a cada punto del anuncio; la tabla dice cómo.",
    brief_low="El anuncio dice demasiado poco para juzgar si el currículum encaja.",
    post="El puesto en palabras del anuncio",
    pay="Sueldo",
    place="Lugar",
    mode="Modo de trabajo",
    seniority="Nivel",
    years="Años pedidos",
    contact="Contacto",
    modes={Remote.REMOTE: "a distancia", Remote.HYBRID: "híbrido", Remote.ON_SITE: "presencial"},
    seniorities={
        Seniority.INTERN: "prácticas o aprendizaje",
        Seniority.JUNIOR: "junior",
        Seniority.MID: "intermedio",
        Seniority.SENIOR: "sénior",
        Seniority.LEAD: "responsable",
        Seniority.HEAD: "dirección",
    },
    duties="Tareas",
    offers="Qué se ofrece",
    company="La empresa",
    requirements="Requisitos",
    columns=("El anuncio pide", "Tipo", "En el currículum", "Prueba", "Qué hacer"),
    must="imprescindible",
    nice="deseable",
    status={"proved": "mostrado", "listed": "nombrado, no mostrado", "missing": "no figura"},
    advice_proved=(
        "Ponerlo arriba, no al final.",
        "Usarlo en la carta sin olvidar los detalles.",
        "Decirlo pronto para no dejar el punto abierto.",
    ),
    advice_listed=(
        "Añadir una línea que diga dónde se usó, pero no inventarla.",
        "Nombrar el puesto y la tarea; si no los hubo, no cambiar nada.",
    ),
    advice_missing_must=(
        "Decir con franqueza que falta, o añadirlo si fue un olvido.",
        "Preguntar si se puede aprender en el puesto; añadirlo si fue un olvido.",
    ),
    advice_missing_nice=(
        "No hace falta para presentarse; decirlo si preguntan.",
        "Dejarlo abierto, o decir las ganas de aprenderlo si las hay.",
    ),
    advice_paper="Comprobar el documento: ¿se tiene, se ha pedido o falta? Solo eso puede figurar en el currículum.",
    advice_language="Indicar el nivel en el currículum, si lo hay.",
    advice_years="Contar los años según las fechas del currículum y decir la cifra verdadera.",
    advice_condition="Aclarar antes de presentarse si conviene; es sí o no.",
    nearest="La línea más cercana del currículum: {quote}. Decir qué se parece y qué no.",
    no_evidence="ninguna",
    none_found="No se encontró nada que el anuncio pida con claridad.",
    eligibility="Condiciones de acceso, aparte del encaje",
    eligibility_intro="Estos puntos no son cuestión de encaje: deciden si la candidatura es posible.",
    licence="Título",
    permit="Permiso de trabajo",
    language="Idioma",
    in_resume="el currículum dice {quote}",
    not_in_resume="el currículum no lo dice (comprobar antes de enviar)",
    condition="Condición",
    own_conditions="Condiciones y límites que nombra el currículum:",
    keywords="Palabras clave en los términos del anuncio",
    keywords_in="También en el currículum",
    keywords_out="No figuran en el currículum",
    warnings="Señales de alerta",
    warnings_none="No se encontró ninguna en el texto del anuncio.",
    warning_texts={
        "ad.seniority_contradiction": "El título y los años pedidos no casan.",
        "ad.remote_contradiction": "Sobre el lugar de trabajo el anuncio dice dos cosas: preguntar.",
        "ad.unpaid": "El anuncio habla de trabajo sin pagar: preguntar qué se paga y cuánto dura.",
        "ad.fee": "Se pide al candidato que pague: una empresa seria no lo hace.",
        "ad.commission_only": "Solo se paga a comisión.",
        "ad.hype": "Lemas en lugar de descripción: preguntar en qué consiste el trabajo.",
        "ad.overwork": "Expresiones que suelen significar jornadas largas: preguntar por el horario.",
        "ad.family": "«Familia» no dice nada del horario ni del sueldo.",
        "ad.bank_details": "Los datos bancarios o la identidad no forman parte de una candidatura.",
        "ad.age": "El anuncio pide edad o foto, que no dicen nada de la capacidad.",
        "ad.wish_list": "Muchísimos puntos figuran como imprescindibles: preguntar cuáles cuentan.",
        "ad.no_pay": "El anuncio no indica el sueldo.",
    },
    questions="Preguntas probables en la entrevista",
    question_proved=(
        "Sobre el punto {need}, ¿qué ha hecho hasta ahora?",
        "¿Puede contar una tarea en la que importaba {need}?",
        "¿Qué experiencia tiene en {need}?",
    ),
    question_listed=("¿Dónde ha usado {need}?", "¿Cuánta práctica tiene en {need}?"),
    question_missing=("Pedimos {need}: ¿cómo lo abordaría?", "¿Qué tendría que aprender para {need}?"),
    question_result="¿De qué resultado de su trabajo está más satisfecho?",
    question_motive="¿Por qué este puesto y por qué ahora?",
    story="Experiencia del currículum{where}: {quote}",
    story_listed="El currículum solo lo nombra ({quote}): pensar en un caso del propio trabajo.",
    story_missing="El currículum no tiene ejemplo para este punto. Decirlo, y decir por dónde se empezaría.",
    story_motive="El currículum no lo dice, y nadie más puede decirlo: preparar una respuesta propia.",
    injections="Texto del anuncio que se dirige a una máquina",
    injections_intro="Hay partes del anuncio escritas para un programa y no para los candidatos. Se han dejado "
    "fuera de todo y "
    "no se repiten:",
    injection_kinds={
        "injection.instruction": "una orden a una máquina",
        "injection.addressed": "palabras dirigidas a una máquina",
        "injection.hidden": "texto que la gente no ve",
        "injection.encoded": "texto en clave",
        "injection.role_tag": "un falso mensaje del sistema o de un chat",
        "injection.forged_end": "un falso final del anuncio",
        "injection.rating": "la orden de dar una nota",
        "injection.exfiltration": "la orden de enviar datos",
    },
    injection="{kind}, línea {line}",
    applying="Cómo presentarse, según el anuncio",
    unchecked="Lo que no se ha comprobado",
    unchecked_items=(
        (
            "La empresa: no se consultó nada más allá del texto del anuncio. Tamaño, reputación, resultados y "
            "noticias no se conocen "
            "aquí."
        ),
        "No se sabe si el puesto sigue abierto ni si el sueldo es el habitual.",
        "El anuncio y el currículum no se comprobaron: cada uno se tomó al pie de la letra.",
        "Lo que el anuncio no dice, por ejemplo sobre contrato, horario o equipo, salvo lo citado arriba.",
    ),
)

SPANISH = Wording(
    language=Language.ES,
    quotes=("«", "»"),
    names_needs_bare=False,
    colon=":",
    semicolon=";",
    conjunction="y",
    months=(
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ),
    month_year="{month} de {year}",
    day="{day} de {month} de {year}",
    languages={Language.EN: "inglés", Language.DE: "alemán", Language.FR: "francés", Language.ES: "español"},
    tell=tell,
    as_title=_as_title,
    greet=_greet,
    where=_where,
    letter=_LETTER,
    resume=_RESUME,
    report=_REPORT,
)
