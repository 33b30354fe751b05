"""The parts of a page below its form: links, elements, files, judgements, uses, history."""
