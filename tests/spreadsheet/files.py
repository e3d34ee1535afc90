"""Makes the spreadsheets of these tests, once: python files.py files

Needs openpyxl, xlwt and odfpy; XlsxWriter for the file that counts from 1904, and msoffcrypto-tool for the one with a
password.
"""

import datetime
import pathlib
import sys
import zipfile

import msoffcrypto.format.ooxml
import odf.opendocument
import odf.style
import odf.table
import odf.text
import openpyxl
import xlsxwriter
import xlwt

FOLDER = pathlib.Path(sys.argv[1])

# Title, a blank row and a blank column, headings of two rows with merged cells, six rows, a note.
DAYS = [datetime.datetime(2024, 1, 5) + datetime.timedelta(days=day) for day in range(6)]
LOW = [0.125, -1.5, 2.0, 1 / 3, 1234.567, 3.25]
HIGH = [10.5, 9.25, "#N/A", 11.0, 1250.125, 12.75]
SHARES = [0.5, 0.25, 0.125, 0.75, 0.0625, 1.0]
PRICES = [1200.0, 1350.5, 980.25, 1001.0, 1500.0, 1499.99]
RAIN = [True, False, True, True, False, False]


def xlsx():
    book = openpyxl.Workbook()
    notes = book.active
    notes.title = "Notes"
    notes["A1"] = "Read this first"
    notes["A2"] = "The data stand on the next sheet."
    sheet = book.create_sheet("Weather")
    sheet["A1"] = "Weather of a week, as it never was"
    sheet["B4"] = "Day"
    sheet["C4"] = "Temperature"
    sheet["E4"] = "Share"
    sheet["F4"] = "Price"
    sheet["G4"] = "Rain"
    sheet["H4"] = "Spread"
    sheet.merge_cells("C4:D4")
    sheet.merge_cells("A1:H1")
    sheet["C5"] = "low"
    sheet["D5"] = "high"
    for place, day in enumerate(DAYS):
        row = 6 + place
        sheet.cell(row, 2, day).number_format = "dd.mm.yyyy"
        sheet.cell(row, 3, LOW[place])
        sheet.cell(row, 4, HIGH[place])
        sheet.cell(row, 5, SHARES[place]).number_format = "0.00%"
        sheet.cell(row, 6, PRICES[place]).number_format = '#,##0.00 "€"'
        sheet.cell(row, 7, RAIN[place])
        sheet.cell(row, 8, f"=D{row}-C{row}")
    sheet["B13"] = "Source: nobody"
    sheet["K6"] = "beside the table"
    more = book.create_sheet("Two tables")
    for row in [["x", "y", None, "u", "v"], [1, 2, None, 10, 20], [3, 5, None, 30, 50], [5, 9, None, 50, 90],
                [None, None, None, 70, 10], [None, None, None, 90, 30]]:
        more.append(row)
    hidden = book.create_sheet("Hidden")
    hidden.sheet_state = "hidden"
    for row in [["a", "b"], [1, 1], [2, 2], [3, 3]]:
        hidden.append(row)
    # Hidden sheets come first here.
    book.move_sheet("Hidden", -3)
    book.create_sheet("Empty")
    book.active = 1
    path = FOLDER / "weather.xlsx"
    book.save(path)
    # openpyxl saves formulas without values; here is what a spreadsheet program would have saved.
    values = {f"D{row}-C{row}": "" for row in range(6, 12)}
    for place, (low, high) in enumerate(zip(LOW, HIGH)):
        values[f"D{6 + place}-C{6 + place}"] = repr(high - low) if high != "#N/A" else None
    rewrite(path, "xl/worksheets/sheet3.xml", lambda text: with_values(text, values))


def with_values(text, values):
    for formula, value in values.items():
        empty = f"<f>{formula}</f><v></v>" if f"<f>{formula}</f><v></v>" in text else f"<f>{formula}</f><v />"
        assert empty in text, (formula, text[-1500:])
        if value is None:
            text = text.replace(f'><f>{formula}</f>{empty.split("</f>")[1]}', f' t="e"><f>{formula}</f><v>#N/A</v>')
        else:
            text = text.replace(empty, f"<f>{formula}</f><v>{value}</v>")
    return text


def rewrite(path, name, change):
    """Changes one file of an archive."""
    with zipfile.ZipFile(path) as archive:
        files = {entry: archive.read(entry) for entry in archive.namelist()}
    assert name in files, list(files)
    files[name] = change(files[name].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, content in files.items():
            archive.writestr(zipfile.ZipInfo(entry, (2024, 1, 5, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def unsaved():
    book = openpyxl.Workbook()
    for row in [["x", "y"], [1, "=A2*2"], [2, "=A3*2"], [3, "=A4*2"]]:
        book.active.append(row)
    book.save(FOLDER / "unsaved.xlsx")


def since_1904():
    book = xlsxwriter.Workbook(FOLDER / "since-1904.xlsx", {"date_1904": True})
    sheet = book.add_worksheet("Runs")
    day, time, long = (book.add_format({"num_format": form}) for form in ["yyyy-mm-dd", "hh:mm:ss", "[h]:mm:ss"])
    sheet.write_row(0, 0, ["day", "start", "lasted", "km"])
    for place in range(4):
        sheet.write_datetime(1 + place, 0, DAYS[place], day)
        sheet.write_datetime(1 + place, 1, datetime.time(6 + place, 30), time)
        sheet.write_number(1 + place, 2, (20 + 2 * place) / 24, long)
        sheet.write_number(1 + place, 3, 10.5 * (place + 1))
    book.close()


def xls():
    book = xlwt.Workbook()
    sheet = book.add_sheet("Wetter")
    sheet.write(0, 1, "Wetter einer Woche")
    sheet.write_merge(2, 2, 2, 3, "Temperatur")
    sheet.write(2, 1, "Tag")
    sheet.write(2, 4, "Anteil")
    sheet.write(3, 2, "tief")
    sheet.write(3, 3, "hoch")
    day, percent = xlwt.easyxf(num_format_str="dd/mm/yyyy"), xlwt.easyxf(num_format_str="0.0%")
    for place, date in enumerate(DAYS):
        row = 4 + place
        sheet.write(row, 1, date, day)
        sheet.write(row, 2, LOW[place])
        if HIGH[place] == "#N/A":
            sheet.row(row).set_cell_error(3, 0x2A)
        else:
            sheet.write(row, 3, HIGH[place])
        sheet.write(row, 4, SHARES[place], percent)
    second = book.add_sheet("Zweites")
    for row, (x, y) in enumerate([("a", "b"), (1, 2), (2, 4.5), (3, 7)]):
        second.write(row, 0, x)
        second.write(row, 1, y)
    book.save(str(FOLDER / "wetter.xls"))


def cell(value=None, **attributes):
    types = {bool: "boolean", float: "float", int: "float", str: "string", datetime.datetime: "date"}
    if value is not None and "valuetype" not in attributes:
        attributes["valuetype"] = types[type(value)]
    if isinstance(value, bool):
        attributes["booleanvalue"] = str(value).lower()
    elif isinstance(value, datetime.datetime):
        attributes["datevalue"] = value.strftime("%Y-%m-%d")
    elif isinstance(value, (int, float)):
        attributes["value"] = repr(value)
    made = odf.table.TableCell(**attributes)
    if isinstance(value, str):
        made.addElement(odf.text.P(text=value))
    return made


def ods():
    book = odf.opendocument.OpenDocumentSpreadsheet()
    hidden = odf.style.Style(name="hidden", family="table")
    hidden.addElement(odf.style.TableProperties(display="false"))
    book.automaticstyles.addElement(hidden)

    def add(name, rows, **attributes):
        sheet = odf.table.Table(name=name, **attributes)
        for row in rows:
            made = odf.table.TableRow()
            for value in row:
                made.addElement(value)
            sheet.addElement(made)
        book.spreadsheet.addElement(sheet)

    add("Secret", [[cell("p"), cell("q")], [cell(1), cell(2)], [cell(3), cell(4)], [cell(5), cell(7)]], stylename=hidden)
    rows = [
        [cell("Weather of a week")],
        [],
        [cell(), cell("Day"), cell("Temperature", numbercolumnsspanned="2"), odf.table.CoveredTableCell(), cell("Share"), cell("Rain")],
        [cell(), cell(), cell("low"), cell("high")],
    ]
    for place, day in enumerate(DAYS):
        high = HIGH[place]
        rows.append([
            cell(),
            cell(day),
            cell(LOW[place], formula="of:=[.A1]"),
            cell(high) if high != "#N/A" else cell("#N/A"),
            cell(SHARES[place], valuetype="percentage"),
            cell(RAIN[place]),
        ])
    rows.append([cell(numbercolumnsrepeated="1000")])
    add("Weather", rows)
    add("More", [[cell("m"), cell("n")], [cell(1), cell(2)], [cell(2), cell(3.5)], [cell(3), cell(4)]])
    book.save(FOLDER / "weather.ods")


def protected():
    with open(FOLDER / "unsaved.xlsx", "rb") as plain, open(FOLDER / "protected.xlsx", "wb") as made:
        msoffcrypto.format.ooxml.OOXMLFile(plain).encrypt("secret", made)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    xlsx()
    unsaved()
    protected()
    since_1904()
    xls()
    ods()
