"""How search reads Danish: folding, words, vector and query, as SQL functions.

They use no file on the server, and nothing that depends on its locale: letters are folded by
normalisation and replacement, and lower() works in the "C" collation, where it knows ASCII only. So
every PostgreSQL from version 15 gives the same, whether its database was made with libc's C or with the
builtin C.UTF-8.
"""

from django.db import migrations

# Æ, ø and å become what people type without a Danish keyboard; ä and ö are how neighbours spell æ and ø.
# What is left of accents falls off as combining marks of the decomposed form.
FOLD = r"""
CREATE FUNCTION catalogue_fold(given text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(regexp_replace(normalize(
    replace(replace(replace(replace(replace(replace(
        translate(normalize(given, NFC), 'ÆØÅÄÖäöŒÞŁłÐðĐđ', 'æøåæøæøœþLlDdDd'),
    'æ', 'ae'), 'ø', 'oe'), 'å', 'aa'), 'œ', 'oe'), 'ß', 'ss'), 'þ', 'th'),
    NFKD), '[\u0300-\u036f]', '', 'g') COLLATE "C");
"""

# Only letters and digits, one space between words: the parser of full text search then sees neither
# file names ("natur/teknologi") nor hosts nor signs it would judge by the locale.
# The stop words are those of the danish configuration that it cannot know when they are folded.
WORDS = r"""
CREATE FUNCTION catalogue_words(given text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN btrim(regexp_replace(
    regexp_replace(
        ' ' || regexp_replace(
            catalogue_fold(given),
            '[\u0001-\u002f\u003a-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u2bff\u3000-\u303f\ufe00-\ufe0f\ufff0-\uffff\U0001f000-\U0001ffff]+',
            '  ', 'g') || ' ',
        ' (?:naar|ogsaa|paa|saadan|vaere|vaeret) ', ' ', 'g'),
    ' +', ' ', 'g'));
"""

VECTOR = r"""
CREATE FUNCTION catalogue_vector(given text) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN to_tsvector('pg_catalog.danish'::regconfig, catalogue_words(given));
"""

# `joined` is & or |; `ending` is :* where the last word may be half typed, else empty.
QUERY = r"""
CREATE FUNCTION catalogue_query(given text, joined text, ending text) RETURNS tsquery
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN catalogue_words(given) = '' THEN ''::tsquery ELSE to_tsquery(
    'pg_catalog.danish'::regconfig,
    '''' || replace(catalogue_words(given), ' ', ''' ' || joined || ' ''') || '''' || ending
) END;
"""


class Migration(migrations.Migration):
    dependencies = [("offers", "0001_initial")]

    operations = [
        migrations.RunSQL(FOLD, "DROP FUNCTION catalogue_fold(text)"),
        migrations.RunSQL(WORDS, "DROP FUNCTION catalogue_words(text)"),
        migrations.RunSQL(VECTOR, "DROP FUNCTION catalogue_vector(text)"),
        migrations.RunSQL(QUERY, "DROP FUNCTION catalogue_query(text, text, text)"),
    ]
