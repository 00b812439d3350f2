#pragma once

#include "models/LookupModel.h"
#include "widgets/BegunForm.h"

class QFormLayout;
class QLabel;
class QLineEdit;

namespace naryad::ui {

class EntityPicker;
class ValueRows;

/// What the forms of equipment have in common: pickers of numbered things, and the dictionary that learns
/// what is typed into them. Thread: the GUI's.
class EquipmentForm : public BegunForm
{
    Q_OBJECT
public:
    /// The form for such a command; null where there is none (what only takes something away).
    static EquipmentForm *make(const Desk &desk, const Command &began, QWidget *parent);

protected:
    using BegunForm::BegunForm;

    EntityPicker *addPicker(
        QFormLayout *form, models::LookupModel::Kind kind, const QString &label, const QString &name,
        const QString &objectName);
    QLineEdit *addLine(
        QFormLayout *form, const QString &label, const QString &name, const QString &objectName,
        const QString &text);
    /// A number typed here for the first time is offered the next time.
    void keepTyped(DictionaryKind kind, const EntityPicker &picker);
};

/// A model of equipment: its name, type and manufacturer.
class ModelForm : public EquipmentForm
{
    Q_OBJECT
public:
    ModelForm(const Desk &desk, const Command &began, QWidget *parent);

protected:
    QJsonObject state() const override;
    void apply(const QJsonObject &changes) override;
    Command command() const override;
    FormProblem problem() const override;
    QWidget *fieldIn(const QString &words) const override;
    bool isSettling() override;
    void afterSaid() override;

private:
    QLineEdit *m_name;
    EntityPicker *m_type;
    EntityPicker *m_manufacturer;
    EquipmentModelBody m_body;
};

/// A piece of equipment: its serial number, model, owner and field values.
class PieceForm : public EquipmentForm
{
    Q_OBJECT
public:
    PieceForm(const Desk &desk, const Command &began, QWidget *parent);

protected:
    QJsonObject state() const override;
    void apply(const QJsonObject &changes) override;
    Command command() const override;
    FormProblem problem() const override;
    QWidget *fieldIn(const QString &words) const override;
    bool isSettling() override;
    void afterSaid() override;

private:
    QLineEdit *m_serial;
    EntityPicker *m_model;
    EntityPicker *m_owner;
    ValueRows *m_values;
    EquipmentBody m_body;
};

} // namespace naryad::ui
