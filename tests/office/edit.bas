' Opens a workbook, does what a clerk does, and saves it in another format. The edits are lines of a UTF-8 file.
Sub Edit(source As String, target As String, filterName As String, editsFile As String)
  On Error GoTo Failed
  Dim opening(0) As New com.sun.star.beans.PropertyValue
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden"
  opening(0).Value = True
  saving(0).Name = "FilterName"
  saving(0).Value = filterName
  book = StarDesktop.loadComponentFromURL(source, "_blank", 0, opening())
  aSheet = book.Sheets.getByIndex(0)
  fileAccess = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  editList = createUnoService("com.sun.star.io.TextInputStream")
  editList.setInputStream(fileAccess.openFileRead(editsFile))
  editList.setEncoding("UTF-8")
  Dim sortField(0) As New com.sun.star.table.TableSortField
  Dim sortHow(1) As New com.sun.star.beans.PropertyValue
  Do While Not editList.isEOF()
    words = Split(editList.readLine(), Chr(9))
    If UBound(words) >= 0 Then
      Select Case words(0)
        Case "words"
          aSheet.getCellRangeByName(words(1)).String = words(2)
        Case "number"
          aSheet.getCellRangeByName(words(1)).Value = CDbl(words(2))
        Case "typed"
          aSheet.getCellRangeByName(words(1)).FormulaLocal = words(2)
        Case "unlock"
          aSheet.unprotect("")
        Case "insert"
          aSheet.Rows.insertByIndex(CLng(words(1)), 1)
        Case "delete"
          aSheet.Rows.removeByIndex(CLng(words(1)), 1)
        Case "move"
          aSheet.moveRange(aSheet.getCellRangeByName(words(2)).CellAddress, aSheet.getCellRangeByName(words(1)).RangeAddress)
        Case "drop"
          For Each sheetName In book.Sheets.ElementNames
            If Left(sheetName, 1) = "_" Then book.Sheets.removeByName(sheetName)
          Next
        Case "hide"
          aSheet.Rows.getByIndex(CLng(words(1))).IsVisible = False
        Case "bold"
          textCursor = aSheet.getCellRangeByName(words(1)).createTextCursor()
          textCursor.gotoStart(False)
          textCursor.goRight(3, True)
          textCursor.CharWeight = com.sun.star.awt.FontWeight.BOLD
        Case "protect"
          aSheet.protect(words(1))
        Case "merge"
          aSheet.getCellRangeByName(words(1)).merge(True)
        Case "sort"
          sortField(0).Field = CLng(words(2))
          sortField(0).IsAscending = False
          sortHow(0).Name = "SortFields"
          sortHow(0).Value = sortField()
          sortHow(1).Name = "ContainsHeader"
          sortHow(1).Value = False
          aSheet.getCellRangeByName(words(1)).sort(sortHow())
      End Select
    End If
  Loop
  editList.closeInput()
  book.storeToURL(target, saving())
  book.close(True)
  StarDesktop.terminate()
  Exit Sub
Failed:
  number = FreeFile
  Open ConvertFromUrl(target) & ".error" For Output As #number
  Print #number, Error$ & " in line " & Erl
  Close #number
  StarDesktop.terminate()
End Sub
