"""The file in which a test script leaves its single cases, in the form that ctest and gtest use as well."""
import os
import xml.etree.ElementTree as xml


def write(suite, cases):
    """cases: [(name, None or why it failed)], or with the seconds that it took behind -> the file that $FERRULE_RESULT names, if it names one."""
    path = os.environ.get("FERRULE_RESULT")
    if not path:
        return
    root = xml.Element("testsuite", name=suite, tests=str(len(cases)))
    for name, why, *seconds in cases:
        case = xml.SubElement(root, "testcase", name=name, time=f"{sum(seconds):.3f}")
        if why is not None:
            xml.SubElement(case, "failure", message="failed").text = "".join(c for c in why if c.isprintable() or c in "\n\t")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    xml.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)
