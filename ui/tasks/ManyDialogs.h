#pragma once

#include "tasks/ManyDialog.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace naryad::ui {

class EntityPicker;
class FieldEditors;

/// Window `Close tasks`: one result for all, and a note for all or for each.
class CloseManyDialog : public ManyDialog
{
    Q_OBJECT
public:
    CloseManyDialog(
        Desk desk, const QVector<RowId> &rows, const NamedRef &lastResult, QWidget *parent = nullptr);
    /// Hides while it is whole: the field left by that takes its text.
    ~CloseManyDialog() override { hide(); }
    NamedRef result() const;
    std::optional<Draft::Kind> draftKind() const override { return Draft::Kind::Close; }
    QJsonObject typed() const override;
    void restore(const QJsonObject &typed) override;

protected:
    FormProblem wrongNow() const override;
    void take() override;
    void makeCommands(const QVector<TaskRow> &rows, const Made &made) override;

private:
    EntityPicker *m_result;
    QLineEdit *m_note;
    QCheckBox *m_own;
    QJsonObject m_begun; ///< the result as it is offered
};

/// Window `Comment on tasks`: the same text for all, or one for each.
class CommentManyDialog : public ManyDialog
{
    Q_OBJECT
public:
    CommentManyDialog(Desk desk, const QVector<RowId> &rows, QWidget *parent = nullptr);
    /// Hides while it is whole: the field left by that takes its text.
    ~CommentManyDialog() override { hide(); }
    std::optional<Draft::Kind> draftKind() const override { return Draft::Kind::Comment; }
    QJsonObject typed() const override;
    void restore(const QJsonObject &typed) override;

protected:
    FormProblem wrongNow() const override;
    void makeCommands(const QVector<TaskRow> &rows, const Made &made) override;

private:
    QPlainTextEdit *m_text;
    QCheckBox *m_own;
};

/// Window `Send drafts`.
class SendManyDialog : public ManyDialog
{
    Q_OBJECT
public:
    SendManyDialog(Desk desk, const QVector<RowId> &rows, QWidget *parent = nullptr);
    /// Hides while it is whole: the field left by that takes its text.
    ~SendManyDialog() override { hide(); }

protected:
    void makeCommands(const QVector<TaskRow> &rows, const Made &made) override;

private:
    QCheckBox *m_unnamed;
};

/// Window `Add field to tasks`: a field that each of them gets beside its template's, with the same value.
class AddFieldManyDialog : public ManyDialog
{
    Q_OBJECT
public:
    AddFieldManyDialog(Desk desk, const QVector<RowId> &rows, QWidget *parent = nullptr);
    /// Hides while it is whole: the field left by that takes its text.
    ~AddFieldManyDialog() override { hide(); }
    std::optional<Draft::Kind> draftKind() const override { return Draft::Kind::AddFields; }
    QJsonObject typed() const override;
    void restore(const QJsonObject &typed) override;

protected:
    FormProblem wrongNow() const override;
    void take() override;
    void makeCommands(const QVector<TaskRow> &rows, const Made &made) override;

private:
    void showValue();
    QJsonObject state() const;

    EntityPicker *m_field;
    QComboBox *m_to;
    FieldEditors *m_value;
    TemplateField m_definition;
    QJsonObject m_begun; ///< typed() before anything is
};

} // namespace naryad::ui
