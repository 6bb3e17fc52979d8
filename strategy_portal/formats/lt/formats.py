"""Lithuanian numbers as people write them: 1 191 869,85 (Django's own are 1.191.869,85)."""

from django.conf.locale.lt import formats as django_formats

DATE_FORMAT = "Y \\m.\xa0E j\xa0\\d."
DATETIME_FORMAT = "Y \\m.\xa0E j\xa0\\d. H:i"
SHORT_DATE_FORMAT = django_formats.SHORT_DATE_FORMAT
SHORT_DATETIME_FORMAT = "Y-m-d H:i"
DATE_INPUT_FORMATS = ["%Y-%m-%d"]
DATETIME_INPUT_FORMATS = ["%Y-%m-%d %H:%M"]
DECIMAL_SEPARATOR = ","
THOUSAND_SEPARATOR = "\xa0"
NUMBER_GROUPING = 3
