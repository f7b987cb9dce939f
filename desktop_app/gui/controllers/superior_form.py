"""填写上级表格: reads the blank, asks what goes where, fills beside the window and remembers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.domain.errors import XiaohaoError
from desktop_app.gui.controllers.desk import Desk
from desktop_app.gui.controllers.latest import LatestAnswer
from desktop_app.gui.dialogs.export_result import ExportResultDialog
from desktop_app.gui.dialogs.form_mapping import FormMappingDialog
from desktop_app.gui.dialogs.scope_fields import ScopeOffer
from desktop_app.gui.file_dialogs import Purpose

if TYPE_CHECKING:
    from desktop_app.domain.superior_form import FormMapping
    from desktop_app.services.exchange import ExportResult
    from desktop_app.services.superior_form import RowChoice, SuperiorForm


class SuperiorFormController(QObject):
    """The blank is never written to; what was chosen is remembered once the form is filled."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._window = desk.window
        self._foreteller = LatestAnswer(desk)
        self._window.actions_.fill_form.triggered.connect(self.ask_file)
        desk.leaving.connect(self._foreteller.stop)
        self._window.closing.connect(self._foreteller.stop)

    def ask_file(self) -> None:
        """Choose the blank."""
        kind = self.tr("空表"), (".xlsx", ".docx", ".xlsm")
        self._desk.files.ask_file(self._window, self.tr("选择上级表格"), Purpose.FORM, [kind], self.open)

    def open(self, path: Path) -> FormMappingDialog | None:
        """Read the blank and show what it is to take; None when it cannot be read, which is said."""
        from desktop_app.services import form_guess, superior_form

        workspace = self._desk.workspace
        try:
            form: SuperiorForm = self._desk.wait(
                self.tr("正在读取 {0}").format(path.name), lambda _: superior_form.open_form(workspace, path)
            )
        except XiaohaoError as error:
            self._desk.say(error)
            return None
        session = self._desk.session
        offer = ScopeOffer(session.plans, list(session.rows.values()), session.plan_in_view(), self._desk.today)
        unit = superior_form.usual_unit(self._desk.workspace)
        dialog = FormMappingDialog(
            self._window.theme, path.name, form.tables, form.mapping, form.known, offer, unit, self._window
        )
        dialog.first_changed.connect(
            lambda number, row: dialog.set_table(number, form_guess.guess_table(form.tables[number], row))
        )
        dialog.place_wanted.connect(lambda: self._ask_place(form, dialog))
        dialog.foretelling_requested.connect(lambda: self._foretell(form, dialog))
        dialog.finished.connect(self._foreteller.forget)
        dialog.open()
        return dialog

    def fill(self, form: SuperiorForm, mapping: FormMapping, choice: RowChoice, out: Path) -> None:
        """Fill the form beside the window."""
        from desktop_app.services import superior_form

        workspace = self._desk.workspace
        self._desk.worker.run(
            self.tr("正在填写 {0}").format(out.name),
            lambda progress: superior_form.fill(workspace, form, out, choice, mapping, progress),
            lambda result: self._show(result, mapping, choice.unit),
            self._desk.say,
        )

    def _foretell(self, form: SuperiorForm, dialog: FormMappingDialog) -> None:
        """Say beside the window what would stay empty; choices that cannot be filled are refused by the button."""
        from desktop_app.services import superior_form

        workspace, choice, mapping = self._desk.workspace, _choice(dialog), dialog.mapping()
        self._foreteller.ask(
            self.tr("正在核对表格"),
            lambda _: superior_form.foretell(workspace, form, choice, mapping),
            dialog.show_remarks,
            lambda sentence: dialog.show_remarks([sentence]),
        )

    def _ask_place(self, form: SuperiorForm, asked: FormMappingDialog) -> None:
        mapping, choice = asked.mapping(), _choice(asked)
        suffix = form.path.suffix
        name = f"{form.path.stem}{self._desk.today:%Y%m%d}{suffix}"

        def take(place: Path) -> None:
            asked.done(FormMappingDialog.DialogCode.Accepted)
            self.fill(form, mapping, choice, place)

        kind = self.tr("表格"), (suffix,)
        self._desk.files.ask_place(asked, self.tr("填好的表存为"), Purpose.EXPORT, name, [kind], take)

    def _show(self, result: ExportResult, mapping: FormMapping, unit: str | None) -> None:
        from desktop_app.services import superior_form

        superior_form.remember(self._desk.workspace, mapping, unit)
        self._window.set_status(saved=self.tr("已填写 {0}").format(result.path.name))
        ExportResultDialog(self._window.theme, result.path, result.message, self._window).open()


def _choice(dialog: FormMappingDialog) -> RowChoice:
    from desktop_app.services.superior_form import RowChoice

    return RowChoice(
        plan=dialog.scope.plan_id(),
        period=dialog.scope.period.value(),
        units=dialog.scope.units.chosen(),
        lights=dialog.chosen_lights(),
        changed=dialog.changed.isChecked(),
        unit=dialog.unit.text().strip() or None,
    )
