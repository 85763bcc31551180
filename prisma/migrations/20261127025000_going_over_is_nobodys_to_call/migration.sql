-- What holds a project that goes over to another year runs with the owner's rights: it is a trigger's, and nobody's to call or to hang elsewhere.
REVOKE ALL ON FUNCTION project_year_place() FROM PUBLIC;
