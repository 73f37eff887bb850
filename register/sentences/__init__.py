"""What a rule works on: statements, clauses, lists, days and conditions."""
