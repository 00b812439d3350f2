#pragma once

#include "core/Equipment.h"
#include "widgets/Desk.h"
#include "widgets/FormProblem.h"

#include <QJsonArray>
#include <QVector>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;

namespace naryad::ui {

class EntityPicker;

/// The field values of a piece of equipment: each by what kind of value it is; what is of no known kind, or
/// several at once, is shown as it came and kept. Thread: the GUI's.
///
/// A value nobody edits is said again exactly as it was read.
class ValueRows : public QWidget
{
    Q_OBJECT
public:
    ValueRows(Desk desk, const QVector<EquipmentValue> &values, QWidget *parent = nullptr);

    QVector<EquipmentValue> values() const;
    /// What was typed, for a draft, and back.
    QJsonArray state() const;
    void restore(const QJsonArray &state);
    FormProblem problem() const;
    /// Fields said by a number that the dictionary does not have yet.
    QVector<NamedRef> unnamedFields() const;
    /// Something typed is still being looked up; settled() follows.
    bool isSettling();

public Q_SLOTS:
    void addField();

Q_SIGNALS:
    void changed();
    void settled();

private:
    enum Kind {
        Text,
        Number,
        Check,
        Kept,
    };
    struct Row
    {
        EquipmentValue was;
        bool added = false;
        bool touched = false;
        EntityPicker *field = nullptr; ///< of one added here
        QComboBox *kind = nullptr; ///< where it can be chosen
        QLineEdit *line = nullptr;
        QCheckBox *check = nullptr;
    };

    void add(const EquipmentValue &value, bool added);
    void nameRows();
    void touch(qsizetype place);
    static Kind kindOf(const Row &row);
    static void showKind(const Row &row);
    static NamedRef fieldOf(const Row &row);

    Desk m_desk;
    QFormLayout *m_form;
    QVector<Row> m_rows;
};

} // namespace naryad::ui
