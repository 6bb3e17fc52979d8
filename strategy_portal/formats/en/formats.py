"""English pages of a Lithuanian office: English numbers, ISO dates, a 24-hour clock."""

DATE_FORMAT = "j\xa0F Y"
DATETIME_FORMAT = "j\xa0F Y H:i"
SHORT_DATE_FORMAT = "Y-m-d"
SHORT_DATETIME_FORMAT = "Y-m-d H:i"
DATE_INPUT_FORMATS = ["%Y-%m-%d"]
DATETIME_INPUT_FORMATS = ["%Y-%m-%d %H:%M"]
DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
