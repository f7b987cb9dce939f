"""填写上级表格: the blank drawn as a grid, each column and blank with what goes in."""

from desktop_app.gui.dialogs.form_mapping.dialog import FormMappingDialog

__all__ = ["FormMappingDialog"]
